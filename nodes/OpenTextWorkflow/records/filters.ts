import { flag, text, whole, type Field } from '../../shared/record/field';

/** A text in which % stands for any other (reference 9.1, 22). @param example as people would write it @param name left out: the service's */
export const like = (displayName: string, example: string, name?: string): Field =>
	text(displayName, '', { like: example, ...(name && { name }) });

/** A filter that is added to say yes. @param name left out: the service's */
export const yes = (displayName: string, description: string, name?: string): Field =>
	flag(displayName, description, { default: true, ...(name && { name }) });

/** Tasks have priorities around 50. */
export const priority = (name: string): Field => whole(name, '', { default: 50 });

/** Of both lists: without it, the credential decides. */
export const currentSubscription: Field = yes(
	'Current Subscription Only',
	'Whether to leave out those of other applications',
	'currentSubscriptionOnly',
);
