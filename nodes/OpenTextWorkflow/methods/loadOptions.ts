import { clearableFieldsOf } from '../../shared/record/changed';
import { writtenTask } from '../records/task';

export const getClearableFields = clearableFieldsOf({ task: writtenTask });
