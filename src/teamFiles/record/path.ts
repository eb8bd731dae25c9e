/** A place in a record: map keys and list positions from the top. */
export type Path = readonly (string | number)[];
