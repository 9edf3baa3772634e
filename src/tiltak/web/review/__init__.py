"""Looking over a read document before it is taken over: its source beside the plan it became.

One thing at a time is the current one (`?element=`), with its place in the source and what can be
done with it. Every form is one step, sent to `steps`, and each step can be undone.
"""
