import * as fc from 'fast-check'
import { projectionSuite } from '../testing/projection-suite.ts'
import { randomStory } from '../testing/random-story.ts'
import { timeline } from './projection.ts'

const [storyOf] = fc.sample(fc.array(randomStory, { minLength: 2, maxLength: 2 }), { numRuns: 1, seed: 7 })

projectionSuite({ projection: timeline, story: (storyOf ?? []).flatMap((told, run) => told(run)) })
