import { config } from 'zod/mini';

// zod compiles parsers with `new Function` where it can; the page's security policy forbids that. Schemas read this
// setting when they are created, so this module is imported before any of them.
config({ jitless: true });
