import { carriesOut } from '../../shared/forDecision';
import { apiRequest } from './apiRequest';
import { brand } from './brand';
import { brandMetafield } from './brandMetafield';
import { cartMetafield } from './cartMetafield';
import { category } from './category';
import { categoryMetafield } from './categoryMetafield';
import { categoryTree } from './categoryTree';
import { channel } from './channel';
import { channelMetafield } from './channelMetafield';
import { couponCode } from './couponCode';
import { customer } from './customer';
import { customerAddress } from './customerAddress';
import { customerAttribute } from './customerAttribute';
import { customerAttributeValue } from './customerAttributeValue';
import { customerFormFieldValue } from './customerFormFieldValue';
import { customerGroup } from './customerGroup';
import { customerMetafield } from './customerMetafield';
import { customerSettings } from './customerSettings';
import { hook } from './hook';
import { inventory } from './inventory';
import { link } from './link';
import { location } from './location';
import { locationMetafield } from './locationMetafield';
import { order } from './order';
import { orderCoupon } from './orderCoupon';
import { orderFee } from './orderFee';
import { orderMessage } from './orderMessage';
import { orderMetafield } from './orderMetafield';
import { orderProduct } from './orderProduct';
import { orderShippingAddress } from './orderShippingAddress';
import { orderStatus } from './orderStatus';
import { orderTax } from './orderTax';
import { paymentAction } from './paymentAction';
import { priceList } from './priceList';
import { priceListAssignment } from './priceListAssignment';
import { priceListRecord } from './priceListRecord';
import { product } from './product';
import { productBulkPricingRule } from './productBulkPricingRule';
import { productCategoryAssignment } from './productCategoryAssignment';
import { productChannelAssignment } from './productChannelAssignment';
import { productCustomField } from './productCustomField';
import { productImage } from './productImage';
import { productMetafield } from './productMetafield';
import { productVariant } from './productVariant';
import { productVariantMetafield } from './productVariantMetafield';
import { productVideo } from './productVideo';
import { promotion } from './promotion';
import { refund } from './refund';
import { shipment } from './shipment';
import { storeInformation } from './storeInformation';
import { storeMetafield } from './storeMetafield';
import { transaction } from './transaction';

/** How what the service gave leaves the node. */
export { storeDates } from '../records/dates';

/** Every resource of the node, by name. Links are parts that a workflow puts together by itself. */
export const resources = [
	apiRequest,
	brand,
	brandMetafield,
	cartMetafield,
	category,
	categoryMetafield,
	categoryTree,
	channel,
	channelMetafield,
	couponCode,
	customer,
	customerAddress,
	customerAttribute,
	customerAttributeValue,
	customerFormFieldValue,
	customerGroup,
	customerMetafield,
	customerSettings,
	hook,
	inventory,
	link,
	location,
	locationMetafield,
	order,
	orderCoupon,
	orderFee,
	orderMessage,
	orderMetafield,
	orderProduct,
	orderShippingAddress,
	orderStatus,
	orderTax,
	paymentAction,
	priceList,
	priceListAssignment,
	priceListRecord,
	product,
	productBulkPricingRule,
	productCategoryAssignment,
	productChannelAssignment,
	productCustomField,
	productImage,
	productMetafield,
	productVariant,
	productVariantMetafield,
	productVideo,
	promotion,
	refund,
	shipment,
	storeInformation,
	storeMetafield,
	transaction,
].map((resource) => (resource === link ? resource : carriesOut(resource)));

export const firstResource = order;
