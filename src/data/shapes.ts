import * as z from 'zod/mini';

// zod would otherwise compile its parsers at run time, which costs more than it gives for inputs this small.
z.config({ jitless: true });

// All checks are of one kind: each further kind would add a piece of library to a script that is loaded with every call.

/** A whole number. */
export const whole = z.number().check(z.refine(Number.isInteger));

/** A row or column, from 1. */
export const position = z.number().check(z.refine((number) => Number.isInteger(number) && number > 0));

/** A text that a pattern fits. */
export const textLike = (pattern: RegExp) => z.string().check(z.refine((text) => pattern.test(text)));

/** A text that is not empty. */
export const filled = textLike(/[\s\S]/);

/** A civil date, yyyy-MM-dd. */
export const day = textLike(/^\d{4}-\d{2}-\d{2}$/);

/** The version that there is; as an enumeration, which is used anyhow. */
export const firstVersion = z.enum({ first: 1 } as const);
