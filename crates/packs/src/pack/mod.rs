//! Rule packs: read, checked line by line, and asked for the clocks in force.
