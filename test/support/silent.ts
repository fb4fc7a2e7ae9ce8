import { createLogger } from '@dateline/platform'

export const silent = createLogger({ logLevel: 'silent' }, 'test')
