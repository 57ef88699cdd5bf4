import { OpenTextCoreSignatureTrigger } from '../../../../nodes/OpenTextCoreSignature/OpenTextCoreSignatureTrigger.node';
import { executeFunctions } from '../../support/contexts';

const trigger = new OpenTextCoreSignatureTrigger();

describe('the webhook of the trigger', () => {
	it('names its method without an expression: n8n 2.41 hides every refusal at publishing behind one', () => {
		expect(trigger.description.webhooks?.map(({ httpMethod }) => httpMethod)).toEqual(['POST']);
	});
});

describe('a test by hand', () => {
	it('shows what it waited for, where n8n would throw it away and show what a poll gives (guide, section 21)', async () => {
		const functions = executeFunctions({ items: [{ event: 'one' }, { event: 'two' }] });
		const [shown] = await trigger.execute.call(functions);
		expect(shown.map(({ json }) => json)).toEqual([{ event: 'one' }, { event: 'two' }]);
	});

	it('says in the panel that it waits', () => {
		expect(JSON.stringify(trigger.description.triggerPanel)).toContain('n8n waits for a real');
	});
});
