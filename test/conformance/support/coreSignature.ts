import { specsFor } from '../../contract';
import { faultsWith, type Service } from './service';

const specs = specsFor('every operation of the OpenText Core Signature node', 'signature');

/** Held against the description of the service that shares its design (Core Signature reference 0.2). */
export const coreSignature: Service = {
	name: 'signature',
	...(specs && { faults: faultsWith(specs) }),
};
