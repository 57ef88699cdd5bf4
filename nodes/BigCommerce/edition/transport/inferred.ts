/**
 * Everything that this node takes for true although no official source about B2B Edition says it, or says it clearly: one place, each with its source and how certain it is.
 * "Reference" is the BigCommerce reference. Correct it here when a live store shows something else.
 */
export const INFERRED = {
	/** Up to here the header that tells when the window ends counts seconds, above it milliseconds. Source: reference 13.1 names the header and no unit. Unstated. */
	mostSecondsOfWindow: 60,
	/** Refusals of several that are about some of them, so that the others may have been made. Source: company.yaml says it of 400 ("creation failed for some Companies") and leaves it open for the others; of users and addresses a refused call made none: address.yaml lists what is wrong with each, user.yaml says no more; of changed companies it says nothing, and the same values may be sent again. */
	refusedRows: [400, 404, 409, 413, 422] as readonly number[],
	/** Companies that one call gives to a sales staff account or takes off it. Source: sales_staff.yaml has an array and states no limit; so many companies are changed in one call (13.2). */
	assignedAtOnce: 10,
	/**
	 * What stands for the date that reading a quote wants. Source: the description asks for the day on which it was made, which nobody who has its id knows; an open change of the
	 * description removes it (reference 13.6). Any day is taken to do. Unstated.
	 */
	quoteDate: (today: Date): string => {
		const [year, month, day] = today.toISOString().slice(0, 10).split('-');
		return `${month}/${day}/${year}`;
	},
	/** The number that calls for super admins take, in their events. Source: those describe it as "the unique user ID assigned by B2B Edition" (super_admin.yaml); of the events only the name is known (reference 12.5). Likely. */
	superAdminIn: (event: { user_id?: string }): string | undefined => event.user_id,
	/**
	 * Whether a file in an address is the one that was uploaded. Source: the one sample ends with the file's name (reference 13.2); what is put before it is unstated. A unique ID or the
	 * digits of a time are taken for it, each with a sign behind: whatever else stands before a name belongs to the name of another file.
	 */
	isFileOf: (inAddress: string, name: string): boolean =>
		new RegExp(
			`^(?:(?:[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|\\d{10,})[-_.])*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`,
			'i',
		).test(inAddress),
} as const;
