;; A register, for tests of a node. By the length of its calldata:
;;   0   returns the stored word
;;   32  stores the word, logs Stored(bytes32), returns the word
;;   else reverts with the calldata as revert data
(module
  (import "vm_hooks" "read_args" (func $read_args (param i32)))
  (import "vm_hooks" "write_result" (func $write_result (param i32 i32)))
  (import "vm_hooks" "storage_load_bytes32" (func $storage_load (param i32 i32)))
  (import "vm_hooks" "storage_cache_bytes32" (func $storage_cache (param i32 i32)))
  (import "vm_hooks" "storage_flush_cache" (func $storage_flush (param i32)))
  (import "vm_hooks" "emit_log" (func $emit_log (param i32 i32 i32)))
  (memory (export "memory") 1 1)
  ;; Bytes 0–31 are the key of slot 0. The log's topic is keccak256("Stored(bytes32)").
  (data (i32.const 64)
    "\7e\42\95\c9\47\f8\19\79\a9\d2\36\6b\c4\f2\ed\cf\d2\f5\9b\4d\21\e7\cf\f8\98\68\d3\cd\87\39\37\30")
  (func (export "user_entrypoint") (param $length i32) (result i32)
    (call $read_args (i32.const 96))
    (if (i32.eqz (local.get $length))
      (then
        (call $storage_load (i32.const 0) (i32.const 96))
        (call $write_result (i32.const 96) (i32.const 32))
        (return (i32.const 0))))
    (if (i32.eq (local.get $length) (i32.const 32))
      (then
        (call $storage_cache (i32.const 0) (i32.const 96))
        (call $storage_flush (i32.const 0))
        (call $emit_log (i32.const 64) (i32.const 64) (i32.const 1))
        (call $write_result (i32.const 96) (i32.const 32))
        (return (i32.const 0))))
    (call $write_result (i32.const 96) (local.get $length))
    (i32.const 1)))
