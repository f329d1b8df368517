//! The catalogue of models is part of the binary: a changed model makes a new one.

fn main() {
    println!("cargo:rerun-if-changed=../../models");
}
