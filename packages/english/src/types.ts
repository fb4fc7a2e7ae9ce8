/** A word or a mark of punctuation. Offsets are UTF-16 code units into the parsed text, half open. */
export interface Token {
  /** 0, 1, 2 … within its sentence */
  index: number
  start: number
  end: number
  text: string
  lemma: string
  /** Universal part of speech: `NOUN`, `PROPN`, `VERB`, `AUX`, … */
  upos: string
  /** Penn Treebank tag: `NNP`, `VBD`, `MD`, … */
  xpos: string
  /** Index of the syntactic head in the sentence; -1 at the root */
  head: number
  /** Universal Dependencies relation to the head, with subtype: `nsubj:pass`, `obl`, `acl:relcl`, … */
  deprel: string
}

/** A sentence with its dependency tree. Exactly one token is a root. */
export interface Sentence {
  start: number
  end: number
  /** Index of the paragraph (blank-line separated block) that it stands in */
  paragraph: number
  tokens: Token[]
}

/** A quotation: from opening to closing mark, over as many sentences and paragraphs as it runs. */
export interface Quotation {
  /** With the marks */
  start: number
  end: number
  /** Without the marks */
  innerStart: number
  innerEnd: number
  /** 0 for an outermost quotation, 1 for one inside it, and so on */
  depth: number
}

export interface ParsedText {
  text: string
  paragraphs: { start: number; end: number }[]
  sentences: Sentence[]
  quotations: Quotation[]
}
