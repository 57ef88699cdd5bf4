/** An amount of money, exactly: in ten-thousandths, as stores keep it. */
export type Money = bigint;

const DECIMALS = 4;

/** As people and JSON write an amount; more decimals than four only where they are zeros. */
const AMOUNT = /^(-?)(\d+)(?:\.(\d{1,4})0*)?$/;

/**
 * An amount out of a decimal text or a number.
 *
 * @returns undefined when it is none, or cannot be kept exactly
 */
export function moneyOf(value: unknown): Money | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const [, sign, whole, fraction = ''] = AMOUNT.exec(String(value).trim()) ?? [];
	if (whole === undefined) return undefined;
	const units = BigInt(`${whole}${fraction.padEnd(DECIMALS, '0')}`);
	return sign ? -units : units;
}

/** The same where a service promises an amount; what is none counts as nothing. */
export const moneyOrNone = (value: unknown): Money => moneyOf(value) ?? 0n;

/** A decimal text with two decimals, or as many as it needs. */
export function moneyText(money: Money): string {
	const digits = String(money < 0n ? -money : money).padStart(DECIMALS + 1, '0');
	const [whole, fraction] = [digits.slice(0, -DECIMALS), digits.slice(-DECIMALS)];
	return `${money < 0n ? '-' : ''}${whole}.${fraction.replace(/0{1,2}$/, '')}`;
}

/** Where a currency is not known, amounts have cents. */
const USUAL_DECIMALS = 2;

/** How many decimals amounts of a currency have: none in yen, three in Kuwaiti dinars (ISO 4217, as the language itself knows it). @param currency its code */
export function decimalsOf(currency: string): number {
	if (!/^[A-Z]{3}$/i.test(currency)) return USUAL_DECIMALS;
	const { maximumFractionDigits = USUAL_DECIMALS } = new Intl.NumberFormat('en', {
		style: 'currency',
		currency,
	}).resolvedOptions();
	return maximumFractionDigits;
}

/** An amount as people read it, rounded to the decimals of its currency. @param amount as a service tells it, a decimal text @param currency its code */
export const shownIn = (amount: string, currency: string): string =>
	Number(amount).toFixed(decimalsOf(currency));

export const sumOf = (amounts: readonly Money[]): Money => amounts.reduce((sum, money) => sum + money, 0n);

/** Whether it counts whole cents. */
export const isInCents = (money: Money): boolean => money % 100n === 0n;
