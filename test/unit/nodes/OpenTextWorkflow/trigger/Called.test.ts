import { mock } from 'jest-mock-extended';
import type { IWebhookFunctions } from 'n8n-workflow';
import { Called } from '../../../../../nodes/OpenTextWorkflow/trigger/Called';
import { EVENTS } from '../../../../../nodes/OpenTextWorkflow/trigger/events';
import type { TriggerSettings } from '../../../../../nodes/OpenTextWorkflow/trigger/settings';
import { NODE } from '../../../support/node';

let workflows = 0;

/** What callbacks and polls of one trigger know, for how tasks stand. */
function called(): Called {
	workflows += 1;
	const functions = mock<IWebhookFunctions>({
		getNode: () => NODE,
		getWorkflow: () => ({ id: `called-${workflows}`, active: true }),
		getWorkflowStaticData: () => ({}),
	});
	const settings = mock<TriggerSettings>({ eventName: 'taskAssigned', event: EVENTS.taskAssigned });
	return new Called(functions, settings);
}

const heldBy = (value: string, since?: number) => ({ key: 't1', state: { value, ...(since && { since }) } });

describe('what callbacks and polls know of each other', () => {
	beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-22T11:05:00.000Z') }));
	afterEach(() => jest.useRealTimers());

	it('tells who takes a task anew, also when it was the same person before', () => {
		const both = called();
		expect(both.claim(heldBy('rita'))).toBe(true);
		both.keep([heldBy('rita')]);
		jest.setSystemTime(Date.now() + 60_000);
		both.passOver(heldBy(''), Date.now());
		expect(both.claim(heldBy('rita', Date.now()))).toBe(true);
		expect(both.claim(heldBy('rita', Date.now()))).toBe(false);
	});

	it('takes no look for newer that began before something was told', () => {
		const both = called();
		const began = Date.now();
		jest.setSystemTime(began + 1_000);
		expect(both.claim(heldBy('rita'))).toBe(true);
		both.passOver(heldBy(''), began);
		expect(both.claim(heldBy('rita'))).toBe(false);
	});

	it('does not tell a holder again who was told and replaced while a look was under way', () => {
		const both = called();
		for (const who of ['rita', 'bob']) {
			expect(both.claim(heldBy(who))).toBe(true);
			both.keep([heldBy(who)]);
		}
		expect([both.claim(heldBy('rita')), both.claim(heldBy('bob'))]).toEqual([false, false]);
	});
});
