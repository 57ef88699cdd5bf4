/** What people do with one task: its id, the outcome that they choose (`late`: nobody answers), and what they fill in. */
export type Step = readonly [task: string, outcome: string, fields?: Readonly<Record<string, string>>];

/** One way through a process model. */
export interface Story {
	model: string;
	details?: Readonly<Record<string, string>>;
	steps: readonly Step[];
	end: string;
}

/** Amounts above and below every limit for a second look. */
export const LARGE = { refundAmount: '300.00' };
export const SMALL = { refundAmount: '90.50' };
