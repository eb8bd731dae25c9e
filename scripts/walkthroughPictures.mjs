// @ts-check
// Draws the pictures of the walkthrough, in every language, into media/walkthrough.
import { writeFile } from 'node:fs/promises';
import { walkthroughPictures } from './walkthrough/pictures.mjs';

for (const [name, svg] of Object.entries(walkthroughPictures()))
  await writeFile(new URL(`../media/walkthrough/${name}`, import.meta.url), svg);
