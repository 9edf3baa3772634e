"""Travel time: trying the files that are handed in (`data`), computing runs (`runs`), and having
ready what they start from (`ready`).
"""
