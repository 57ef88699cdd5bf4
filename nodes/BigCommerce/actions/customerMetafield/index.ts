import { metafieldResource } from '../metafield/resource';

export const customerMetafield = metafieldResource('customerMetafield');
