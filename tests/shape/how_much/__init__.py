"""Nothing shown depends on how much people do (spec/never.md N-1, spec/model.md I-2).

`acts_…` lay what people do, so and so many times; `lines` reads what is shown or spoken of a page, a
mail or a copy; `numbers` says which of these lines hold a number once dates and times are taken out;
`comparing` sets the lines of two worlds against each other.
"""
