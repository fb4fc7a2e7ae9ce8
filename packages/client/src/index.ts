export {
  type Client,
  type ClientOptions,
  createClient,
  type Delivery,
  type DeliveryOptions,
  type SigningSource,
} from './client.ts'
export { NoAnswer, RequestRefused } from './errors.ts'
export { signDelivery, type SignedDelivery } from './sign.ts'
export type { StreamMessage, StreamOptions } from './stream.ts'
export type { AnswerOf, GetPath, ItemOf, ListPath, OptionsOf, PathOf, PostPath } from './types.ts'
