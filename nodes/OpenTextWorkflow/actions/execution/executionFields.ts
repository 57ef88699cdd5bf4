import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import { picked } from '../../../shared/record/locator';
import { isMissing } from '../../../shared/values';
import { EXECUTION_LOCATOR } from '../../records/execution';
import type { Case } from '../../transport/cases';
import type { Execution } from '../../transport/executions';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { caseOfItem } from '../case/caseFields';

/** Where in a case something waits: an execution, or whatever stands at an activity. */
export interface Place {
	by: 'activityId' | 'id';
	value: string;
}

/** The place that the item picks. @throws NodeOperationError when it picks none */
export function pickedPlace(run: ItemRun): Place {
	const { by, value } = picked(run, EXECUTION_LOCATOR);
	return { by: by === 'activityId' ? by : 'id', value };
}

/** The same where it may pick none, but not because an expression came to nothing. */
export function placeIfPicked(run: ItemRun): Place | undefined {
	const { name, label } = EXECUTION_LOCATOR;
	const entered: unknown = run.functions.getNodeParameter(name, run.index, '');
	if (isMissing(isRecord(entered) ? entered.value : entered)) {
		throw run.refuse({
			what: `${label} is empty`,
			next: 'Check the expression that should fill it; leave the field blank where only one place waits.',
		});
	}
	return run.text(name) ? pickedPlace(run) : undefined;
}

/** The case of the item, as long as something can wait in it. @throws NodeOperationError when it has ended or is suspended */
export async function waitingCase(run: ItemRun, client: WorkflowClient): Promise<Case> {
	const found = await caseOfItem(run, client);
	const { id, ended, suspended } = found;
	if (ended) {
		throw run.refuse({
			what: `Case ${id} has ended, so nothing in it waits any more`,
			next: 'Read how it ended with Get Decision, or start a new case.',
		});
	}
	if (suspended) throw run.refuse({ what: `Case ${id} is suspended`, next: 'Activate the case first.' });
	return found;
}

const WHERE: Readonly<Record<Place['by'], string>> = { activityId: 'at activity', id: 'as execution' };

const standing = (all: readonly Execution[]): string =>
	all.length
		? `These wait: ${all.map(({ id, activityId }) => `${String(activityId)} (${id})`).join(', ')}.`
		: 'It may have gone on already; look at where the case stands with Get Many.';

/**
 * The one execution that is meant.
 *
 * @param all that come into question
 * @param place left out: the only one of them
 * @param thing for which they wait: `message "paid"`
 * @throws NodeOperationError when there is none, or more than one
 */
export function oneOf(
	run: ItemRun,
	caseId: string,
	all: readonly Execution[],
	place: Place | undefined,
	thing?: string,
): Execution {
	const meant = place
		? all.filter(({ id, activityId }) => (place.by === 'id' ? id : activityId) === place.value)
		: all;
	const [first, ...others] = meant;
	const where = place ? ` ${WHERE[place.by]} ${place.value}` : '';
	const forWhat = thing ? ` for ${thing}` : '';
	if (!first) {
		throw run.refuse({ what: `Nothing in case ${caseId} waits${forWhat}${where}`, next: standing(all) });
	}
	if (!others.length) return first;
	throw run.refuse({
		what: `${meant.length} places in case ${caseId} wait${forWhat}${where}`,
		next: `Choose one by its ID. ${standing(meant)}`,
	});
}
