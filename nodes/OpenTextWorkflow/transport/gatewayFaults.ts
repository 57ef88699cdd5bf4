import type { Advice } from '../../shared/errorText';
import { isRecord } from '../../shared/isRecord';
import type { Broken, Reply } from '../../shared/send';
import { INFERRED } from './inferred';

const NO_SERVICE: Advice = {
	what: 'There is no Workflow Service at the host of this credential',
	next: 'Open the OpenText Workflow credential and correct the host: it is the region that the developer console shows beside your organization.',
};

const NOT_SUBSCRIBED: Advice = {
	what: 'The application of this credential may not use Workflow Service in this tenant',
	next: "Ask your administrator to add Workflow Service to the application's subscription, or use the client of an application that has it.",
};

const NOT_LET_THROUGH: Advice = {
	what: 'The gateway in front of Workflow Service did not let this request through',
	next: 'Ask your administrator whether the application of this credential may use Workflow Service in this tenant, and whether something between n8n and the service blocks it.',
};

/** A fault's code, when the gateway answered in place of the service; undefined when the service itself did. */
function faultCode(body: unknown): string | undefined {
	if (!isRecord(body) || !isRecord(body.fault)) return undefined;
	const { detail } = body.fault;
	return isRecord(detail) ? String(detail.errorcode ?? '') : '';
}

/**
 * What the gateway says of the credential as a whole, whatever was asked: that no such service is there, or that it is not for this application (reference 2.4, 3.7). The service was not
 * reached, so that its 404 for a case that is not there, and its 403 for one that is not to be seen, are told otherwise.
 *
 * @returns undefined when the service itself answered, or the gateway says something of this request alone
 */
export function gatewayFault(last: Reply | Broken): Advice | undefined {
	const code = 'body' in last ? faultCode(last.body) : undefined;
	if (code === undefined) return undefined;
	const { noService, notSubscribed } = INFERRED.gatewayFaults;
	if (noService.test(code)) return NO_SERVICE;
	return notSubscribed.test(code) ? NOT_SUBSCRIBED : last.status === 403 ? NOT_LET_THROUGH : undefined;
}
