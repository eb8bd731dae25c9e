import type { Step } from './row';

/** The tag of the branch `goal`. */
export const seven = ['SHOP-7'];
/** The tag of the branch `otherGoal`. */
export const nine = ['SHOP-9'];
/** What git adds for the person of the sample. */
export const signed = 'Signed-off-by: Ana Ruiz <ana.ruiz@corner-shop.example>';
/** The box shows a text and our trailer. */
export const tagged = (text: string): Step => ['shows', text, 'SHOP-7'];
