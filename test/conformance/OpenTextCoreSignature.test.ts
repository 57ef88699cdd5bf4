import { withLeapingSleep } from '../engine/support/leapingTime';
import { coreSignature } from './support/coreSignature';
import { walk } from './support/walk';

jest.mock('n8n-workflow', () => withLeapingSleep());

walk('OpenTextCoreSignature', coreSignature);
