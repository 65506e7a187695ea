//! Every route says who may use it, or stands in the golden list of public ones.
