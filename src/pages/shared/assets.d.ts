/** An SVG file, as its text. */
declare module '*.svg' {
  const source: string;
  export default source;
}

/** A style sheet: importing it puts it into the page's one. */
declare module '*.css' {}
