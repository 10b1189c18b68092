"""Who else lives in the demo's house. Tests that are no walks do without them."""

NEIGHBOURS = {
    "Greta": "looks after the Thursday kettle, with Anton",
    "Anton": "looks after the Thursday kettle, and had a good letter today",
    "Fatima": "sits at the Thursday kettle; Moses has an idea, if she ever wants one",
    "Moses": "asked the Thursday kettle something that nobody has answered yet",
    "Edith": "sits at the Thursday kettle; someone’s words wait for her",
    "Pavel": "rests from the Thursday kettle",
    "Rosa": "came to the Thursday kettle last week, and Edith walks beside her",
    "Niko": "visits the Thursday kettle",
    "Agnes": "sits on the Wednesday bench, and misses Piet",
    "Wanda": "sits on the Wednesday bench, and feeds a robin",
    "Idris": "sits on the Wednesday bench, and has a hard week before him",
    "Tobias": "sits on the Wednesday bench, and dug at the allotment",
    "Nell": "looks after the allotment, which sleeps until spring",
    "Samir": "keeps the shed key of the allotment",
    "Petra": "came to the allotment for the pumpkins",
    "Bea": "sits with the night shift, which comes to its end",
    "Oskar": "sits with the night shift, and is a new father",
    "Lucia": "sits with the night shift, and is Edith’s granddaughter",
    "Henk": "sits with his family, and is Edith’s son",
    "Vera": "sits with her family, and is Edith’s sister",
}
