import { z } from 'zod';

import type { Values } from '../collection/record';

/** Fields of the sign-up form that the store has; they are made in the control panel only (BigCommerce reference 6.4). */
export const FORM_FIELDS = ['Shirt size', 'Interests', 'Employees'] as const;

/** One value as bodies have it; an unknown name is refused. */
export const formFieldValue = z
	.object({ name: z.enum(FORM_FIELDS), value: z.union([z.string(), z.number(), z.array(z.string())]) })
	.strict();

/** The values as answers have them: each says whose it is. */
export const withOwner = (values: unknown, owner: Values): Values[] =>
	z
		.array(formFieldValue)
		.parse(values)
		.map((value) => ({ ...value, ...owner }));
