import type {
	IAuthenticateRuleBase,
	IAuthenticateRuleResponseCode,
	IAuthenticateRuleResponseSuccessBody,
} from 'n8n-workflow';

/**
 * The rules of a credential's test. n8n's type knows lists of one kind of rule only; its tester (2.41) goes through each rule by the kind that it names.
 *
 * @param codes what to say after refusals
 * @param body what to say of a good status whose body is not what the service gives
 */
export function testRules(
	codes: IAuthenticateRuleResponseCode[],
	body: IAuthenticateRuleResponseSuccessBody,
): IAuthenticateRuleResponseCode[] {
	const both = [...codes];
	const all: IAuthenticateRuleBase[] = both;
	all.push(body);
	return both;
}
