import { draw } from './draw/drawing';
import { fileNameOf, type ProcessSource } from './source';
import { bpmnXml } from './write/bpmn';
import { formText } from './write/form';
import { jsonModelText } from './write/json';

/** The files that follow from a process model; texts by name in `workflows-templates/processes`. */
export function modelFiles(source: ProcessSource): Readonly<Record<string, string>> {
	const name = fileNameOf(source);
	const drawing = draw(source);
	return {
		[`${name}.bpmn20.xml`]: bpmnXml(source, drawing),
		[`${name}.model.json`]: jsonModelText(source, drawing),
		[`${name}.form.json`]: formText(source),
	};
}
