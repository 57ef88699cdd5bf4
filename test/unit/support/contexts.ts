import get from 'lodash/get';
import { mock } from 'jest-mock-extended';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	NodeParameterValueType,
} from 'n8n-workflow';
import { CREDENTIAL, NODE } from './node';
import { answering, type ServiceDouble } from './serviceDouble';

export interface ContextOptions {
	/** Parameters of each item, by name; the number of entries is the number of items. */
	items?: IDataObject[];
	service?: ServiceDouble;
	credential?: ICredentialDataDecryptedObject;
	continueOnFail?: boolean;
	executionId?: string;
	cancelSignal?: AbortSignal;
}

type ParameterValue = NodeParameterValueType | object;

const extracted = (value: ParameterValue): ParameterValue =>
	typeof value === 'object' && value !== null && '__rl' in value ? get(value, 'value') : value;

/** n8n's functions for a run of a node, with parameters per item and a service that answers as told. */
export function executeFunctions({
	items = [{}],
	service = answering({}),
	credential = CREDENTIAL,
	continueOnFail = false,
	executionId = '77',
	cancelSignal,
}: ContextOptions = {}): IExecuteFunctions {
	const functions = mock<IExecuteFunctions>({
		getNode: () => NODE,
		getExecutionId: () => executionId,
		getExecutionCancelSignal: () => cancelSignal,
		continueOnFail: () => continueOnFail,
		helpers: mock<IExecuteFunctions['helpers']>(),
	});
	functions.getInputData.mockReturnValue(items.map((json): INodeExecutionData => ({ json: { ...json } })));
	functions.getCredentials.mockImplementation(async () => structuredClone(credential));
	functions.helpers.httpRequestWithAuthentication = service.send;
	functions.getNodeParameter.mockImplementation(
		(name: string, index: number, fallback?: ParameterValue, options?: { extractValue?: boolean }) => {
			const value: ParameterValue | undefined = get(items[index], name, fallback);
			if (value === undefined) throw new Error(`Could not get parameter "${name}"`);
			return options?.extractValue ? extracted(value) : value;
		},
	);
	return functions;
}

/** n8n's functions while the editor asks for the options of a drop-down or list. */
export function loadOptionsFunctions(
	service: ServiceDouble,
	credential: ICredentialDataDecryptedObject = CREDENTIAL,
): ILoadOptionsFunctions {
	const functions = mock<ILoadOptionsFunctions>({
		getNode: () => NODE,
		helpers: mock<ILoadOptionsFunctions['helpers']>(),
	});
	functions.getCredentials.mockImplementation(async () => structuredClone(credential));
	functions.helpers.httpRequestWithAuthentication = service.send;
	return functions;
}
