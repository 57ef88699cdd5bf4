import { withLeapingSleep } from '../engine/support/leapingTime';
import { bigCommerce } from './support/bigCommerce';
import { walk } from './support/walk';

jest.mock('n8n-workflow', () => withLeapingSleep());

walk('BigCommerce', bigCommerce);
