/** An SVG file, as its text. */
declare module '*.svg' {
  const source: string;
  export default source;
}

/** A style sheet: importing it adds it to the page's single one. */
declare module '*.css' {}
