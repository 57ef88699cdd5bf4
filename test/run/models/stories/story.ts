/**
 * What people do with one task: its id, the outcome that they choose, and what they fill in. `late`: nobody answers, however long it takes; `passed`: nobody can answer,
 * since its time is over when the case comes to it.
 */
export type Step = readonly [task: string, outcome: string, fields?: Readonly<Record<string, string>>];

/** One way through a process model. */
export interface Story {
	model: string;
	details?: Readonly<Record<string, string>>;
	/** variables that its case lacks, as one that was started in the service itself */
	without?: readonly string[];
	steps: readonly Step[];
	end: string;
}

/** Amounts above and below every limit for a second look. */
export const LARGE = { refundAmount: '300.00' };
export const SMALL = { refundAmount: '90.50' };

/** How far the service's clock moves on after a step, ms: longer than anything waits in a model where nobody answers, else a second, so that dates that have passed come first. */
export const passesAfter = ([, outcome]: Step): number => (outcome === 'late' ? 31 * 24 * 3_600_000 : 1_000);

/** Whether somebody answers. */
export const isAnswered = ([, outcome]: Step): boolean => outcome !== 'late' && outcome !== 'passed';

/** A story in words, for the name of a test. */
export const told = ({ steps }: Pick<Story, 'steps'>): string =>
	steps.map(([task, outcome]) => `${task}: ${outcome}`).join(', ');
