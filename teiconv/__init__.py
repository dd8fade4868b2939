"""teiconv"""
