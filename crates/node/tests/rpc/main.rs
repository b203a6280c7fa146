//! The node from outside: every method, hostile clients, and the clients that people use.

mod clients;
mod computation;
mod control;
mod embedding;
mod filters;
mod hostile_http;
mod methods;
mod sending;
mod subscriptions;
mod support;
