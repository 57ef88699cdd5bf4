import type { IDataObject } from 'n8n-workflow';
import type { Advice } from '../../shared/errorText';
import { isRecord } from '../../shared/isRecord';
import type { ModelType } from '../transport/modelVersions';

/** A process model that is to be deployed. */
export interface ModelSource {
	/** `process_id` of its JSON form, the id of the executable process of its XML (reference 6.2, 6.4). */
	key: string;
	modelType: ModelType;
	content: object | string;
}

const PROCESS = /<(?:[\w.-]+:)?process\b[^>]*>/g;

const ID = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/;

const IS_EXECUTABLE = /\sisExecutable\s*=\s*["']true["']/;

/** The key of a model in BPMN XML; undefined when it has no process. */
function keyInXml(xml: string): string | undefined {
	const processes: string[] = xml.replace(/<!--[\s\S]*?-->/g, '').match(PROCESS) ?? [];
	const [, double, single] =
		ID.exec(processes.find((tag) => IS_EXECUTABLE.test(tag)) ?? processes[0] ?? '') ?? [];
	return double || single;
}

const parsed = (text: string): unknown => {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined;
	}
};

/** The model itself, of which a modeler's file makes its member `data` (reference 6.1). */
const modelIn = (value: unknown): IDataObject | undefined => {
	const model = isRecord(value) && isRecord(value.data) && 'schemaId' in value ? value.data : value;
	return isRecord(model) ? model : undefined;
};

/**
 * Reads a process model in either of its forms.
 *
 * @param text BPMN XML, the service's own JSON, or a modeler's `.otwf` file around it
 * @returns the model, or what is wrong with it
 */
export function readModelSource(text: string): ModelSource | { fault: Advice } {
	const trimmed = text.replace(/^\uFEFF/, '').trim();
	if (trimmed.startsWith('<')) {
		const key = keyInXml(trimmed);
		return key ? { key, modelType: 'xml', content: trimmed } : NO_KEY;
	}
	const content = modelIn(parsed(trimmed));
	if (!content) return { fault: NO_MODEL };
	const key = isRecord(content.properties) ? content.properties.process_id : undefined;
	return typeof key === 'string' && key ? { key, modelType: 'json', content } : NO_KEY;
}

const NO_MODEL: Advice = {
	what: 'Process Model is neither BPMN XML nor JSON',
	next: 'Export it from the modeler as BPMN 2.0 XML, or take its .otwf file.',
};

const NO_KEY = {
	fault: {
		what: 'Process Model has no key by which cases could be started',
		next: 'Give its process an ID (process_id in JSON, the id of the process in XML).',
	},
} satisfies { fault: Advice };
