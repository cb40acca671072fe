"""Reports -> Comparison, Timeline: what changed, which promises were kept, which risks came true.

reports ── matching ──> pairs of projects ── milestones, risks, figures ──> Comparison
Comparison by Comparison ── histories, promising ──> Timeline ── questions ──> answers
"""
