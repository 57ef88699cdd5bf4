/** As far as the tests use it; the package brings no types. */
declare module 'bpmn-moddle' {
	export default class BpmnModdle {
		constructor(extensions?: object);

		fromXML(xml: string): Promise<{ warnings: Array<{ message: string }> }>;
	}
}
