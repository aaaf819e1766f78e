"""Finding the pieces of an order in a text, in the order of the steps; `nlp.tagger` is the door.

`matchers` find pieces where they begin, `refine` looks at each once more with what stands around it (`neighbours`, and
`own` for what is the writer's own and not the order's), and `idle` judges the words that nothing took.
"""
