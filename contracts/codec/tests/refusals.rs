//! What the generator refuses, and that it says where.

use codec::{check, parse};

/// The message for a body of an interface, whose first line is line 3.
fn refused(body: &str) -> String {
    let source = format!("pragma solidity ^0.8.20;\ninterface IX {{\n{body}\n}}\n");
    match parse::interface("IX.sol", &source) {
        Err(message) => message,
        Ok(_) => String::from("accepted"),
    }
}

/// The message of the checks across declarations.
fn clash(body: &str) -> String {
    let common = "interface ICommon { error Reentered(); }";
    let common = parse::interface("ICommon.sol", common).unwrap();
    let source = format!("interface IX {{\n{body}\n}}\n");
    let interface = parse::interface("IX.sol", &source).unwrap();
    check::all(&common, &[interface]).err().unwrap_or_default()
}

#[test]
fn unsupported_declarations_are_refused_with_their_place() {
    let cases = [
        ("function f(string calldata s) external;", "IX.sol:3:12: not supported: strings"),
        ("function f(uint[3] calldata a) external;", "IX.sol:3:12: not supported: arrays of fixed"),
        (
            "function f(uint[][] calldata a) external;",
            "IX.sol:3:12: not supported: a list of lists",
        ),
        ("function f(bytes[] calldata a) external;", "IX.sol:3:12: not supported: a list of lists"),
        ("\nfunction f(uint160 a) external;", "IX.sol:4:12: not supported: integers of 160 bits"),
        ("function f(int136 a) external;", "IX.sol:3:12: not supported: integers of 136 bits"),
        ("function f(Nowhere a) external;", "IX.sol:3:12: `Nowhere` is not declared in this file"),
        (
            "function f(IY.Fill calldata a) external;",
            "IX.sol:3:12: not supported: the type `IY.Fill`",
        ),
        (
            "function f() external { }",
            "IX.sol:3:10: not supported: functions of an interface have no",
        ),
        (
            "function f() public;",
            "IX.sol:3:10: not supported: functions of an interface are external",
        ),
        ("constructor();", "IX.sol:3:1: not supported: only named functions"),
        ("struct A { B b; }\nstruct B { A a; }", "IX.sol:4:12: `A` contains itself"),
        ("struct A { uint8 x; }\nenum A { B }", "IX.sol:4:6: `A` is declared twice"),
        ("event E(bytes indexed b);", "IX.sol:3:9: not supported: indexing this would store only"),
        ("event E(uint8 a) anonymous;", "IX.sol:3:7: not supported: an anonymous event"),
        ("uint256 constant X = 1;", "IX.sol:3:1: not supported: this has no place in an interface"),
    ];
    for (body, message) in cases {
        let refused = refused(body);
        assert!(refused.starts_with(message), "{body}\n  {refused}\n  {message}");
    }
}

#[test]
fn text_that_is_not_solidity_is_refused_with_its_place() {
    assert!(refused("function f(uint8 a external);").starts_with("IX.sol:3:"));
    assert!(refused("function f(uint8 a external;").starts_with("IX.sol:"));
    assert!(refused("functoin f();").starts_with("IX.sol:3:"));
}

#[test]
fn files_that_are_not_one_interface_are_refused() {
    let cases = [
        ("contract X { }", "X.sol:1:10: not supported: only interfaces"),
        (
            "interface X is Y { }",
            "X.sol:1:13: not supported: an interface is one self-contained file",
        ),
        ("interface X { }\ninterface Y { }", "X.sol:2:11: not supported: interface files hold one"),
        (
            "import \"./Y.sol\";\ninterface X { }",
            "X.sol:1:1: not supported: interface files hold one",
        ),
        ("pragma solidity ^0.8.20;", "X.sol:1:1: no interface in this file"),
    ];
    for (source, message) in cases {
        let refused = parse::interface("X.sol", source).unwrap_err();
        assert!(refused.starts_with(message), "{source}\n  {refused}\n  {message}");
    }
}

#[test]
fn functions_with_the_same_selector_are_refused() {
    let body = "function burn(uint256 a) external;\nfunction collate_propagate_storage(bytes16 a) external;";
    let message =
        "IX.sol:3:10: `collate_propagate_storage(bytes16)` has the selector of `burn(uint256)`";
    assert_eq!(clash(body), message);
}

#[test]
fn errors_with_the_same_selector_are_refused() {
    let body = "error burn(uint256 a);\nerror collate_propagate_storage(bytes16 a);";
    let message =
        "IX.sol:3:7: `collate_propagate_storage(bytes16)` has the selector of `burn(uint256)`";
    assert_eq!(clash(body), message);
}

#[test]
fn names_declared_twice_are_refused() {
    let overload = "function f(uint8 a) external;\nfunction f(uint16 a) external;";
    assert!(clash(overload).starts_with("IX.sol:3:10: function `f` is declared twice"));
    assert!(clash("event E();\nevent E(uint8 a);").starts_with("IX.sol:3:7: event `E` is declared"));
    assert!(
        clash("error Reentered(uint8 a);").starts_with("IX.sol:2:7: error `Reentered` is declared")
    );
}

#[test]
fn every_clash_is_reported_at_once() {
    let body = "function f() external;\nfunction f() external;\nerror Reentered();";
    assert_eq!(clash(body).lines().count(), 2);
}

#[test]
fn types_named_like_those_of_the_runtime_are_refused() {
    assert!(clash("struct Reader { uint8 a; }").contains("a type may not be called `Reader`"));
}
