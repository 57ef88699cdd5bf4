import { z } from 'zod';

/**
 * What the reference leaves open about B2B Edition, one switch each, among those of BigCommerce and in the same words. What the node itself takes for true is in
 * nodes/BigCommerce/edition/transport/inferred.ts.
 */
export const b2bSwitches = {
	/** requests per window; null: never refused (13.1: stated, 150 a minute) */
	b2bQuota: z
		.object({ requests: z.number().int().positive(), windowMs: z.number().int().positive() })
		.nullable()
		.default(null),
	/** in what the header counts that tells when the window ends (13.1: unstated) */
	b2bResetsIn: z.enum(['seconds', 'milliseconds']).default('seconds'),
	/** a refusal has its code in the body alone, under the status 200 (13.1: stated as possible) */
	b2bRefusedInBody: z.boolean().default(false),
	/** companies may share customer groups; or each has one of its own (13.1: both stated) */
	b2bCompanies: z.enum(['independent', 'dependent']).default('independent'),
	/** times of companies are text (13.2: sample) */
	b2bTimesAsText: z.boolean().default(true),
	/** the files of a company are a list, or one alone where there is one (13.2: conflict) */
	b2bFilesShown: z.enum(['list', 'one']).default('list'),
	/** the address of a file ends with its name, which may have something before it (13.2: sample, unstated) */
	b2bFileNames: z.enum(['plain', 'prefixed']).default('plain'),
	/** the date that reading a quote wants: any, that of its creation, or none (13.6: stated as the second; an open change says none) */
	b2bQuoteDate: z.enum(['any', 'created', 'none']).default('any'),
	/** by which of its two numbers a quote is told its order (13.6: conflict) */
	b2bQuoteOrderedBy: z.enum(['storeId', 'b2bId']).default('storeId'),
};
