/** A name that a program gave to a picture says nothing about it. */
const noWords =
  /^(?:image|picture|screenshot|bild|imagen)?[\s\d_()-]*$|\.(?:png|jpe?g|gif|svg|webp|bmp|heic|mp4|mov|pdf)$/i;

/** What a picture shows, as its author described it; empty for the name of a file. */
export function pictureWords(alt: string): string {
  const words = alt.trim();
  return noWords.test(words) ? '' : words;
}
