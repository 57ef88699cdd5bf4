import { findEvent } from '../../../../../nodes/OpenTextCoreSignature/trigger/findEvent';
import { eventsSince, newestEvents } from '../../../../../nodes/OpenTextCoreSignature/transport/eventLog';
import { SignatureClient } from '../../../../../nodes/OpenTextCoreSignature/transport/SignatureClient';
import type { Switches } from '../../../../sandbox/signature/switches';
import { SandboxSignature } from '../../../support/sandboxSignature';
import { signatureHookFunctions } from '../../../support/signatureTriggers';

const START = Date.parse('2026-11-22T10:00:00.000Z');
const SECOND = 1_000;
const NEVER = Number.POSITIVE_INFINITY;

let sandbox: SandboxSignature;
beforeAll(async () => {
	sandbox = await SandboxSignature.open();
});

afterAll(async () => await sandbox.close());

const clientOf = (asked: SandboxSignature) =>
	new SignatureClient(signatureHookFunctions({ service: asked.service }));

/** A log of so many events, one each second: `e-1` is the oldest. */
function logOf(count: number, thrown: Partial<Switches> = {}): SandboxSignature {
	sandbox.reset({ maxPageSize: 10, ...thrown });
	for (let index = 0; index < count; index++) sandbox.happen('signed', START + index * SECOND);
	return sandbox;
}

const idsSince = async (model: SandboxSignature, since: number, stopAt = NEVER) =>
	(await eventsSince(clientOf(model), { since, stopAt })).map(({ id }) => id);

const numbered = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_entry, index) => `e-${from + index}`);

describe.each([
	['newest first', false],
	['oldest first', true],
])('the event log, %s', (_what, eventsOldestFirst) => {
	it('is read since a time, inclusive, oldest first', async () => {
		expect(await idsSince(logOf(35, { eventsOldestFirst }), START + 20 * SECOND)).toEqual(numbered(21, 35));
	});

	it.each([0, 1, 2, 9, 10, 11, 20, 21])('is read whole when it has %i events', async (count) => {
		expect(await idsSince(logOf(count, { eventsOldestFirst }), 0)).toEqual(numbered(1, count));
	});

	it('is not read further than a whole page of what is older', async () => {
		const model = logOf(200, { eventsOldestFirst });
		expect(await idsSince(model, START + 195 * SECOND)).toEqual(numbered(196, 200));
		const pages = model.service.requests.map(({ query }) => query.page);
		expect(pages).toEqual(eventsOldestFirst ? [1, 20, 19] : [1, 2]);
	});

	it('keeps the order of what has one time', async () => {
		const model = logOf(0, { eventsOldestFirst });
		model.happen('sent', START);
		model.happen('signer_signed', START + SECOND);
		model.happen('signed', START + SECOND);
		const found = await eventsSince(clientOf(model), { since: 0, stopAt: NEVER });
		expect(found.map(({ type }) => type)).toEqual(['sent', 'signer_signed', 'signed']);
	});

	it('begins at its newest end for samples', async () => {
		const { value } = await newestEvents(clientOf(logOf(35, { eventsOldestFirst }))).next();
		expect(value).toMatchObject({ id: 'e-35' });
	});

	it('is said to be too long when the time is up, so that nothing is skipped', async () => {
		await expect(idsSince(logOf(35, { eventsOldestFirst }), START, Date.now() - 1)).rejects.toMatchObject({
			message: `The event log since ${new Date(START).toISOString()} is too long to be read in the time of one poll`,
		});
	});
});

describe('a log that lists the oldest first', () => {
	it('grows while it is read, and the page that came meanwhile is read too', async () => {
		const model = logOf(20, { eventsOldestFirst: true });
		model.fate = ({ query }) => {
			if (query.page === 2 && model.events.length === 20) {
				for (let index = 20; index < 35; index++) model.happen('signed', START + index * SECOND);
			}
			return undefined;
		};
		expect(await idsSince(model, START + 15 * SECOND)).toEqual(numbered(16, 35));
	});

	it('shrinks while it is read, and what is left is read', async () => {
		const model = logOf(21, { eventsOldestFirst: true });
		model.fate = ({ query }) => {
			if (query.page === 3) model.events.splice(20);
			return undefined;
		};
		expect(await idsSince(model, START + 12 * SECOND)).toEqual(numbered(13, 20));
	});

	it('is read to its end when it does not count', async () => {
		const model = logOf(35, { eventsOldestFirst: true });
		const { service } = model;
		const send = service.send;
		const counting = jest.fn(async (...sent: Parameters<typeof send>) => {
			const answer = Object(await send(...sent));
			delete answer.body.count;
			return answer;
		});
		const functions = signatureHookFunctions({ service });
		functions.helpers.httpRequestWithAuthentication = counting;
		const found = await eventsSince(new SignatureClient(functions), {
			since: START + 25 * SECOND,
			stopAt: NEVER,
		});
		expect(found.map(({ id }) => id)).toEqual(numbered(26, 35));
	});
});

describe('one event', () => {
	const hint = { id: 'e-3', type: 'signed', at: START + 2 * SECOND, documentId: 'd-1' };

	it('is read by its id', async () => {
		const model = logOf(35);
		expect(await findEvent(clientOf(model), hint, NEVER)).toMatchObject({ id: 'e-3' });
		expect(model.lines).toEqual(['GET /events/e-3/']);
	});

	it.each([true, false])(
		'is looked for in the list where it cannot be read by id (filters honoured: %p)',
		async (listFiltersHonoured) => {
			const model = logOf(35, { eventReadById: false, listFiltersHonoured });
			expect(await findEvent(clientOf(model), hint, NEVER)).toMatchObject({ id: 'e-3' });
			expect(model.service.requests[1].query).toMatchObject({
				document__uuid: 'd-1',
				event_type: 'signed',
			});
		},
	);

	it('is unknown when neither has it', async () => {
		expect(await findEvent(clientOf(logOf(2)), hint, NEVER)).toBeUndefined();
	});

	it('is not unknown only because the service refuses to say', async () => {
		const model = logOf(2);
		model.fate = () => ({ status: 403 });
		await expect(findEvent(clientOf(model), hint, NEVER)).rejects.toMatchObject({
			message: 'This client or user may not do this with the event log',
		});
	});
});
