import { mock } from 'jest-mock-extended';
import type { IWebhookFunctions } from 'n8n-workflow';
import { endWait, isAwaited, noteAwaited } from '../../../../../nodes/shared/waiting/awaited';
import { NODE } from '../../../support/node';

/** What n8n is asked to read of a node of this name, and whether that is what the call names. */
function asked(name: string, kept: unknown, named: Record<string, string> = { key: 'k1' }) {
	const expressions: string[] = [];
	const functions = mock<IWebhookFunctions>({ getNode: () => ({ ...NODE, name }) });
	functions.evaluateExpression.mockImplementation((expression) => {
		expressions.push(expression);
		return String(kept);
	});
	return { isAwaited: isAwaited(functions, named), expressions };
}

const noted = (awaited: Record<string, string>) => {
	const context: Record<string, unknown> = {};
	noteAwaited({ getContext: () => context, getExecutionId: () => '1' }, awaited);
	return context.awaited;
};

describe('what an execution waits for', () => {
	it('is what was noted last, whatever the order of its names', () => {
		expect(asked('Ask', noted({ key: 'k1', model: 'm' }), { model: 'm', key: 'k1' }).isAwaited).toBe(true);
		expect(asked('Ask', noted({ key: 'k2' })).isAwaited).toBe(false);
	});

	it('is nothing where nothing was noted', () => {
		expect(asked('Ask', undefined).isAwaited).toBe(false);
	});

	it.each([
		['Ask', '{{ $node["Ask"].context.awaited }}'],
		['Ask "him"', '{{ $node["Ask \\"him\\""].context.awaited }}'],
		['Ask }} {{ 1', '{{ $node["Ask \\u007d\\u007d \\u007b\\u007b 1"].context.awaited }}'],
	])('is read of the node %s by an expression that its name does not end', (name, expression) => {
		expect(asked(name, '').expressions).toEqual([expression]);
	});
});

describe('the end of a wait', () => {
	const [ONE, OTHER] = [{ key: 'k1' }, { key: 'k2' }];
	const called = (execution: string) => mock<IWebhookFunctions>({ getExecutionId: () => execution });
	const waits = (execution: string, awaited: Record<string, string>) =>
		noteAwaited({ getContext: () => ({}), getExecutionId: () => execution }, awaited);

	it('comes by one call alone, although n8n would go on from an old state with each', () => {
		waits('e1', ONE);
		expect([endWait(called('e1'), ONE), endWait(called('e1'), ONE)]).toEqual([true, false]);
	});

	it('does not come by a call that is done when the execution waits for something else by now', () => {
		waits('e2', ONE);
		waits('e2', OTHER);
		expect([endWait(called('e2'), ONE), endWait(called('e2'), OTHER)]).toEqual([false, true]);
	});

	it('comes again when the execution waits for the same again', () => {
		waits('e3', ONE);
		expect(endWait(called('e3'), ONE)).toBe(true);
		waits('e3', ONE);
		expect(endWait(called('e3'), ONE)).toBe(true);
	});

	it('comes as well where another process began the wait', () => {
		expect(endWait(called('e4'), ONE)).toBe(true);
	});
});
