import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { NODE } from './node';

/** What the editor marks red in a field, which also keeps the workflow from running. @param entered by name */
export function faultsOf(field: INodeProperties, entered: INodeParameters): string[] {
	const issues = NodeHelpers.getParameterIssues(field, entered, '', NODE, null);
	return issues.parameters?.[field.name] ?? [];
}
